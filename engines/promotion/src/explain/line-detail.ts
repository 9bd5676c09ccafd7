import type { Rule } from '../rules/rule.ts'
import type { FactOf, Words } from './fact.ts'
import { yuan } from './yuan.ts'

type Figures = Pick<FactOf<'cut'>, 'beforeCents' | 'beforeSum' | 'cents' | 'cutSum' | 'quantity'>
type Params = Rule['params']
type Detail = (params: Params, figures: Figures) => Words | undefined

const number = (params: Params, field: string): number => Number(params[field])

/** 8500 is 八五折: Chinese counts what is paid in tenths. */
const fold = (payBp: number): string => `${payBp / 1000} 折`
const off = (payBp: number): string => `${(10_000 - payBp) / 100} % off`

const percentOff: Detail = (params, { beforeCents, cents }) => {
  const payBp = number(params, 'payBp')
  const after = yuan(beforeCents - cents)
  return {
    zh: `${fold(payBp)}，${yuan(beforeCents)} × ${payBp / 100}% → ${after}`,
    en: `${off(payBp)}, ${yuan(beforeCents)} × ${payBp / 100}% → ${after}`,
  }
}

const directCut: Detail = (params, { quantity, cents }) => {
  const cutCents = number(params, 'cutCents')
  // A line that cannot give all of it is told as the difference.
  if (cutCents * quantity !== cents) return undefined
  const sum = `${yuan(cutCents)} × ${quantity} = ${yuan(cents)}`
  return { zh: `每件直降 ${sum}`, en: `${sum} off each unit` }
}

/** Mechanics that say more about a line than what it paid before and after. Every other one is told by the general sentence. */
const DETAILS: Readonly<Record<string, Detail>> = { percentOff, directCut }

/** The mechanic's own words for what it took off a line; undefined where the general sentence says it all. */
export const lineDetail = (rule: Rule, figures: Figures): Words | undefined =>
  DETAILS[rule.mechanic]?.(rule.params, figures)
