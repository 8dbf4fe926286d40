import { check } from 'cts-tracker-validator';

const ERRORS = { level: 'error', locale: 'zh-CN' };
export const text = (body) => check(body, ERRORS).diagnostics;
