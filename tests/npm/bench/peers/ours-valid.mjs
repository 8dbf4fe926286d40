import { isValid } from 'cts-tracker-validator';

const NOTHING = [];
const WRONG = [1];
export const text = (body) => (isValid(body) ? NOTHING : WRONG);
export const value = text;
