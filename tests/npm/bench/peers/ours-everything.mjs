import { check, checkLines } from 'cts-tracker-validator';

export const text = (body) => check(body).diagnostics;
export const value = text;
export const lines = (many) => checkLines(many).lines;
