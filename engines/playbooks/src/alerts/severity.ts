/** 提示, 警告, 严重; from the mildest to the gravest. */
export const SEVERITIES = ['info', 'warning', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]

export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity)

/** The gravest of several. @example worstOf(['info', 'critical']) // 'critical' */
export const worstOf = (severities: readonly Severity[]): Severity =>
  severities.reduce<Severity>((worst, one) => (severityRank(one) > severityRank(worst) ? one : worst), 'info')
