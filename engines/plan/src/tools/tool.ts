import type { BusinessDay } from '@zhanggui/kernel'
import type { ToolFact } from '../check/plan-facts.ts'

export const TOOL_KINDS = ['ads', 'event', 'affiliate', 'content', 'private', 'data', 'service', 'other'] as const
export type ToolKind = (typeof TOOL_KINDS)[number]

/** A tool or channel that plans speak of (P16.09), under its present name, with the names it goes by and when it was there. */
export type Tool = ToolFact & { kind: ToolKind; startedDay: BusinessDay | null; noteZh: string; noteEn: string }
