/** What the functions of this package throw. `code` is stable. */
export class CtsTrackerError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = 'CtsTrackerError';
    this.code = code;
  }
}
