import type { Finding, FindingLevel } from '../finding.ts'
import type { SourceRef } from '../plan.ts'
import type { PlanView } from './plan-view.ts'

export type Figures = Finding['figures']

/** Something found, before it is put into words. */
export type Found<F extends Figures> = { at: Finding['at']; source: SourceRef | null; figures: F }

/** A finding that has no number yet; numbers are given in the order of the plan. */
export type Draft = Omit<Finding, 'number'>

type Words<F> = string | ((figures: F) => string)

type Declaration<F extends Figures> = {
  /** Kebab case, also the name of the file. */
  id: string
  /** `error` blocks approval. */
  level: FindingLevel
  /** Rows of the requirement ledger. */
  rows: readonly string[]
  find: (view: PlanView) => Iterable<Found<F>>
  messageZh: Words<F>
  messageEn: Words<F>
  suggestionZh: Words<F>
  suggestionEn: Words<F>
}

/** One check of a plan: what it looks for, how it says so, and what to do. */
export type Rule = Pick<Finding, 'rule' | 'level' | 'rows'> & { check: (view: PlanView) => Draft[] }

const inWords = <F>(words: Words<F>, figures: F): string => (typeof words === 'string' ? words : words(figures))

/**
 * Declares a rule. Texts are sentences over the figures of what was found, so every number in them is also data.
 * Errors: `find` never throws on a plan of the right shape, whatever stands in it.
 */
export function defineRule<F extends Figures>(declared: Declaration<F>): Rule {
  const { id: rule, level, rows } = declared
  const draft = ({ at, source, figures }: Found<F>): Draft => ({
    rule,
    level,
    at,
    source,
    figures,
    messageZh: inWords(declared.messageZh, figures),
    messageEn: inWords(declared.messageEn, figures),
    suggestionZh: inWords(declared.suggestionZh, figures),
    suggestionEn: inWords(declared.suggestionEn, figures),
    rows,
  })
  return { rule, level, rows, check: (view) => Array.from(declared.find(view), draft) }
}
