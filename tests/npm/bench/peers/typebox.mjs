import { Compile } from 'typebox/schema';
import { Settings } from 'typebox/system';
import schema from 'bench:schema';

// All mistakes, as the others; by itself the library stops after eight.
Settings.Set({ maxErrors: 1000 });
const Body = Compile(schema);
export const value = (body) => (Body.Check(body) ? [] : Body.Errors(body)[1]);
