// The words of the page that journeys look for, in both languages. They are written down here once
// more on purpose: a text that changes by accident is found.
export type Language = "en" | "zh-CN";
export type Step = "target" | "recording" | "transfer" | "protection" | "review";

const en = {
  title: "CTS Tracker Form",
  stepList: "Steps",
  steps: { target: "Target", recording: "Recording", transfer: "Transfer", protection: "Protection", review: "Review" },
  next: "Next",
  back: "Back",
  copy: "Copy",
  download: "Download",
  send: "Send …",
  sendNow: "Send now",
  stopWaiting: "Stop waiting",
  cancel: "Cancel",
  copyAnyway: "Copy anyway",
  downloadAnyway: "Download anyway",
  showErrors: "Show the errors",
  sampleManagement: "Sample: management tracker" as string | RegExp,
  sampleData: "Sample: data tracker" as string | RegExp,
  error: "Error",
  errorPrefix: "Error: ",
  practice: "No cloud is touched",
  done: "The change was made",
};

const zh: typeof en = {
  title: "CTS 追踪器配置",
  stepList: "步骤",
  steps: { target: "目标", recording: "记录", transfer: "转储", protection: "保护", review: "确认" },
  next: "下一步",
  back: "上一步",
  copy: "复制",
  download: "下载",
  send: "发送…",
  sendNow: "立即发送",
  stopWaiting: "停止等待",
  cancel: "取消",
  copyAnyway: "仍然复制",
  downloadAnyway: "仍然下载",
  showErrors: "查看错误",
  sampleManagement: /^示例[:：]管理类追踪器$/,
  sampleData: /^示例[:：]数据类追踪器$/,
  error: "错误",
  errorPrefix: "错误：",
  practice: "不会影响任何云资源",
  done: "修改已生效",
};

export const words: Record<Language, typeof en> = { en, "zh-CN": zh };
export const steps: readonly Step[] = ["target", "recording", "transfer", "protection", "review"];
