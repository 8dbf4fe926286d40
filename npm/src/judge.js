// The glue of the module that judges, without what nobody calls: a browser loads this.
import {
  __wbg_reset_state, initSync, message, nearest, reset, set_level, set_locale, set_project_id, set_region, set_severity,
  suggestion, term,
} from './glue/cts_tracker.js';

export const judgeGlue = {
  __wbg_reset_state, initSync, message, nearest, reset, set_level, set_locale, set_project_id, set_region, set_severity,
  suggestion, term,
};
