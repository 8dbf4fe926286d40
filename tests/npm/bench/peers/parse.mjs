// No check at all: what whoever parses first has to pay.
const NOTHING = [];
export const text = (body) => (JSON.parse(body) === undefined ? [1] : NOTHING);
