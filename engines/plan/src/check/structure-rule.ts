import type { FindingLevel } from '../finding.ts'
import type { PlanFaultCode } from '../structure/plan-fault.ts'
import { defineRule, type Rule } from './rule.ts'

/** A rule over what keeps objects from fitting together; the words are those that refuse such a plan when it is stored. */
export const structureRule = (declared: {
  id: string
  code: PlanFaultCode
  level: FindingLevel
  rows: readonly string[]
  suggestionZh: string
  suggestionEn: string
}): Rule =>
  defineRule({
    ...declared,
    find: ({ faults }) =>
      faults
        .filter(({ code }) => code === declared.code)
        .map(({ at, messageZh, messageEn }) => ({ at, source: null, figures: { zh: messageZh, en: messageEn } })),
    messageZh: ({ zh }) => zh,
    messageEn: ({ en }) => en,
  })
