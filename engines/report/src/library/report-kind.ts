import type { Block } from '../document.ts'
import type { Ask } from './ask.ts'
import type { FactId } from './facts.ts'
import type { PeriodKind, ReportPeriod } from './report-period.ts'
import type { Telling } from './telling.ts'

/** Both languages of a name. */
export type Words = { zh: string; en: string }

/** A piece of a chapter: what it asks, which records it needs, how it is written. It writes nothing where there is nothing to say. */
export type Section = {
  asks?: (period: ReportPeriod) => Readonly<Record<string, Ask>>
  needs?: readonly FactId[]
  write: (telling: Telling) => Block[]
}

/** `empty` is what the chapter says when none of its sections has anything: what is lacking and where to bring it in. */
export type Chapter = { id: string; name: Words; empty: Words; sections: readonly Section[] }

/** A report is one declaration: from it come page, files, command and delivery. */
export type ReportKind = {
  id: string
  name: Words
  /** The question it answers, in a sentence. */
  lead: Words
  period: PeriodKind
  /** Days after the period's end when it is due; a campaign's result is due on day +1 and late after day +3. */
  dueDays: number
  lateDays: number
  /** The comparison it asks for first. */
  compare: 'yoy' | 'previous'
  chapters: readonly Chapter[]
}
