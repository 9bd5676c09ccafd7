import type { Words } from '../explain/fact.ts'
import { FACTS_EN } from '../explain/facts-en.ts'
import { FACTS_ZH } from '../explain/facts-zh.ts'
import type { CompiledRule, RuleSet } from '../rules/compile-rules.ts'
import type { PayerShare } from '../rules/rule.ts'

/**
 * One place in the order of discounts: `place` counts the levels that have rules, from 1. Rules of one place are judged against the
 * same amounts; a later place sees what earlier ones left.
 */
export type SequenceStep = {
  place: number
  level: string
  levelWords: Words
  ruleId: string
  name: string
  payers: readonly PayerShare[]
  /** Who bears it, in words. */
  borne: Words
  /** A voucher that somebody else gave out: it needs a claim, and others than the shop bear all of it. */
  isExternal: boolean
}

const percent = (bp: number): string => `${bp / 100} %`

function borneBy(payers: readonly PayerShare[]): Words {
  if (payers.length === 1 && payers[0])
    return { zh: `${FACTS_ZH.payer[payers[0].payer]}承担`, en: `borne by ${FACTS_EN.payer[payers[0].payer]}` }
  const parts = (names: Record<PayerShare['payer'], string>) =>
    payers.map(({ payer, bp }) => `${names[payer]} ${percent(bp)}`).join('、')
  return { zh: `${parts(FACTS_ZH.payer)}承担`, en: `borne by ${parts(FACTS_EN.payer).replaceAll('、', ', ')}` }
}

const isExternal = ({ rule, payers }: CompiledRule): boolean =>
  rule.needsClaim === true && payers.every(({ payer }) => payer !== 'shop')

/**
 * In which order the rules of a set take their discounts, and who bears each: own coupons, platform coupons, Alipay red packets,
 * Cainiao shipping coupons (P6.28). Shape: in the order of the pipeline, then of the rules' priority.
 */
export function applicationSequence({ levels }: RuleSet): SequenceStep[] {
  const used = levels.filter(({ groups }) => groups.length > 0)
  return used.flatMap(({ level, groups }, index) =>
    groups
      .flatMap(({ rules }) => rules)
      .map((compiled) => ({
        place: index + 1,
        level: level.level,
        levelWords: { zh: level.zh, en: level.en },
        ruleId: compiled.rule.ruleId,
        name: compiled.rule.name,
        payers: compiled.payers,
        borne: borneBy(compiled.payers),
        isExternal: isExternal(compiled),
      })),
  )
}
