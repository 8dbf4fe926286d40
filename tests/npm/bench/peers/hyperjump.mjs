import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import schema from 'bench:schema';

const NAME = 'https://schema.invalid/tracker';
registerSchema(schema, NAME);
const judge = await validate(NAME);

export function value(body) {
  const { valid, errors } = judge(body, 'BASIC');
  return valid ? [] : errors;
}
