/** Latin and digits first, so that they do not fall to a Chinese face with wide figures. */
export const FONT =
  "Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei UI', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"

export const MONO = "'SF Mono', ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'Noto Sans Mono', monospace"
