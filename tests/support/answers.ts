// Answers of clouds, gateways and proxies that the stand-in does not give, and what the page has
// to say about each. Shapes and codes are those of the vendor's documentation.
export interface Answer {
  readonly name: string;
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
  readonly title: "The request was refused" | "It is not clear whether the change was made";
  /** All of it stands in the panel. */
  readonly says: readonly string[];
  /** None of it does. */
  readonly silent?: readonly string[];
}

const refused = "The request was refused";
const unclear = "It is not clear whether the change was made";
const json = { "content-type": "application/json" };
const wait = "Wait a little, then send the same request again.";
const readBack = "Read the tracker back first.";
const access = "Put the cause right outside of the request, then send it again.";
const byHand = "You may send it again, but never in a loop.";

export const answers: readonly Answer[] = [
  {
    name: "400 of the service, which blames no member",
    status: 400,
    headers: { ...json, "X-Request-Id": "req-0001" },
    body: '{"error_code":"CTS.0001","error_msg":"Internal error."}',
    title: refused,
    says: ["CTS.0001", "Internal error.", "req-0001"],
    silent: ["Members concerned"],
  },
  {
    name: "401 of the gateway",
    status: 401,
    headers: { ...json, "X-Request-Id": "req-0401" },
    body: '{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: verify aksk signature fail","request_id":"req-0401"}',
    title: refused,
    says: ["APIGW.0301", "req-0401", access],
    silent: [wait],
  },
  {
    name: "403 of a policy",
    status: 403,
    headers: { ...json, "X-Request-Id": "req-0403" },
    body: '{"error_code":"CTS.0013","error_msg":"No permission."}',
    title: refused,
    says: ["CTS.0013", access],
  },
  {
    name: "403 in the shape of the identity service",
    status: 403,
    headers: json,
    body: '{"error":{"code":403,"message":"You are not authorized","title":"Forbidden"}}',
    title: refused,
    says: ["You are not authorized", access],
  },
  {
    name: "404 without a known code",
    status: 404,
    headers: { ...json, "X-Request-Id": "req-0404" },
    body: '{"code":"CTS.9999","message":"not here"}',
    title: refused,
    says: ["CTS.9999", "not here", "Correct the request before you send it again."],
  },
  {
    name: "429 with a time to wait",
    status: 429,
    headers: { ...json, "Retry-After": "7" },
    body: '{"error_code":"APIGW.0308","error_msg":"The throttling threshold has been reached"}',
    title: refused,
    says: ["APIGW.0308", wait, "Wait at least 7 seconds."],
  },
  {
    name: "500 without a code",
    status: 500,
    headers: json,
    body: '{"message":"boom"}',
    title: unclear,
    says: ["boom", readBack],
    silent: [wait],
  },
  {
    name: "503 is repeated by hand only",
    status: 503,
    headers: json,
    body: '{"error_msg":"busy","error_code":"CTS.9503"}',
    title: refused,
    says: ["busy", byHand],
    silent: [wait],
  },
  {
    name: "504 leaves it open",
    status: 504,
    headers: json,
    body: '{"error_code":"PROXY.0504","error_msg":"no answer in time","request_id":"0f0"}',
    title: unclear,
    says: ["PROXY.0504", "0f0", "may have been made", readBack],
  },
  {
    name: "502 as HTML, which is shown as text",
    status: 502,
    headers: { "content-type": "text/html" },
    body: "<html><body><h1>502 Bad Gateway</h1><script>document.title='owned'</script></body></html>",
    title: unclear,
    says: ["502 Bad Gateway", "<script>", "The answer is not JSON.", wait],
  },
  {
    name: "500 without a body",
    status: 500,
    body: "",
    title: unclear,
    says: ["The answer has no body.", readBack],
  },
  {
    name: "200 with an error in the body",
    status: 200,
    headers: json,
    body: '{"error_code":"CTS.0200","error_msg":"failed"}',
    title: unclear,
    says: ["CTS.0200", "the body holds an error"],
  },
  {
    name: "200 with the page of a login",
    status: 200,
    headers: { "content-type": "text/html" },
    body: "<!doctype html><title>Sign in</title>",
    title: unclear,
    says: ["A login page or a proxy in between may have answered."],
  },
];
