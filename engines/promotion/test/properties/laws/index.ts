import type { Law } from '../case.ts'
import { addsUp } from './adds-up.ts'
import { explains } from './explains.ts'
import { oneRuleMore, orderDoesNotMatter } from './order-does-not-matter.ts'
import { blockedStay, limitsHold, outcomesAgree } from './outcomes-agree.ts'
import { refundsClose } from './refunds-close.ts'
import { unitsAddUp } from './units-add-up.ts'

/** Every law by the rule that it is. */
export const LAWS: Readonly<Record<string, Law>> = {
  'shares, bearers and totals add up, no line below zero or its floor': addsUp,
  'units add up to their line, layer by layer': unitsAddUp,
  'every rule says what it took or why not': outcomesAgree,
  'caps, stops and groups are kept': limitsHold,
  'a line that is kept out stays out': blockedStay,
  'the order of lines, claims and rules does not matter, and the same again gives the same bytes': orderDoesNotMatter,
  'one rule more never breaks anything': oneRuleMore,
  'refunds of any order of returns come to what was paid, under both policies': refundsClose,
  'every cart can be explained in both languages': explains,
}
