import { check, checkLines } from 'cts-tracker-validator';

const ERRORS = { level: 'error' };
export const text = (body) => check(body, ERRORS).diagnostics;
export const value = text;
export const lines = (many) => checkLines(many, ERRORS).lines;
