import type { Change, World } from '../playbooks/change.ts'
import type { Naming } from '../playbooks/names.ts'
import type { Approval, Params } from '../playbooks/playbook.ts'

/** A parameter, from which the form, the check and the stored value come. Shares are fractions, money minor units. */
export type ParamSpec = { key: string; zh: string; en: string } & (
  | { kind: 'number' | 'share' | 'money' | 'minutes'; min: number; max: number; initial: number }
  | { kind: 'text'; maxLength: number; initial: string }
  | { kind: 'choice'; values: readonly string[]; initial: string }
  | { kind: 'shares'; min: number; max: number; most: number; initial: readonly number[] }
  | { kind: 'names'; most: number; initial: readonly string[] }
)

/** What goes out to people. It cannot be taken back, so it never rides on `undo`. */
export type Tell =
  | { kind: 'notify'; role: string; zh: string; en: string }
  | { kind: 'task'; role: string; zh: string; en: string; dueMinutes: number }
  | { kind: 'incident'; ladder: string; zh: string; en: string }

/** What set the run off. `tags`: dimension → value, where the condition watched a slice. */
export type Occasion = { at: number; tags: Readonly<Record<string, string>>; value: number | null }

export type Reason = { code: string; zh: string; en: string }

/** Either everything that is to happen, or why nothing can. Nothing to change is no failure when something is told. */
export type Planned = { changes: readonly Change[]; tells: readonly Tell[] } | { cannot: Reason }

/**
 * A kind of action, declared once: the server binds the subjects it reads and writes to records, everything else (form,
 * check, preview, sentence, receipt, undo, back-test) follows from the declaration. Pure: same world, same plan.
 */
export type ActionType = {
  id: string
  nameZh: string
  nameEn: string
  params: readonly ParamSpec[]
  /** Types of subjects it reads. */
  reads: readonly string[]
  /** It never runs with less than this. */
  leastApproval: Approval
  plan(params: Params, world: World, occasion: Occasion): Planned
  say(params: Params, naming: Naming): { zh: string; en: string }
}

export const numberParam = (params: Params, key: string): number => {
  const value = params[key]
  if (typeof value !== 'number') throw new TypeError(`parameter ${key} is no number`)
  return value
}

export const textParam = (params: Params, key: string): string => {
  const value = params[key]
  if (typeof value !== 'string') throw new TypeError(`parameter ${key} is no text`)
  return value
}

export const listParam = (params: Params, key: string): readonly (string | number)[] => {
  const value = params[key]
  if (!Array.isArray(value)) throw new TypeError(`parameter ${key} is no list`)
  return value
}

export const cannot = (code: string, zh: string, en: string): Planned => ({ cannot: { code, zh, en } })
export const changing = (changes: readonly Change[], tells: readonly Tell[] = []): Planned => ({ changes, tells })

/** @example percent(0.05) // '5%' */
export const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`
/** @example yuan(12345) // '123.45' */
export const yuan = (cents: number): string => (cents / 100).toFixed(2).replace(/\.00$/, '')
