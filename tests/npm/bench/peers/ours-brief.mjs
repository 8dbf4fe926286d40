import { checkBrief, checkLinesBrief } from 'cts-tracker-validator';

const ERRORS = { level: 'error' };
export const text = (body) => checkBrief(body, ERRORS).diagnostics;
export const value = text;
export const lines = (many) => checkLinesBrief(many, ERRORS).lines;
