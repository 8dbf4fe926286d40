import validate from 'bench:ajv-standalone';

export const value = (body) => (validate(body) ? [] : validate.errors);
