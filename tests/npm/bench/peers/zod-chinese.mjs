import * as z from 'zod';
import { zhCN } from 'zod/locales';

z.config(zhCN());
export { value } from './zod.mjs';
