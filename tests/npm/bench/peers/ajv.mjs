import Ajv2020 from 'ajv/dist/2020.js';
import schema from 'bench:schema';

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
export const value = (body) => (validate(body) ? [] : validate.errors);
