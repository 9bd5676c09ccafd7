export { ACTION_KINDS, type ActionKind, type AlertAction, type AlertRule, isDaily, ruleFaults } from './alert-rule.ts'
export { ESCALATION, type EscalationPolicy, type EscalationStep, escalationsDue } from './escalation.ts'
export {
  type Cause,
  causeKeyOf,
  type Firing,
  type FiringGroup,
  type GroupingOptions,
  groupFirings,
  MANY,
} from './group-firings.ts'
export { ALERT_LIBRARY } from './library/index.ts'
export { METRIC_DRIVERS } from './metric-drivers.ts'
export { type Notice, type NoticeIncident, type NoticeQuestion, type NoticeStage, planNotices } from './plan-notices.ts'
export { type LocalTime, minutesLeft, type QuietTime, type SendTime, sendTime } from './quiet-time.ts'
export { SEVERITIES, type Severity, severityRank, worstOf } from './severity.ts'
export { SILENCE_MINUTES_MAX, type Silence, silenceOf } from './silence.ts'
