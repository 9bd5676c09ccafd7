import { atText } from './places.ts'
import type { PlanText } from './plan-texts.ts'
import type { PlanView } from './plan-view.ts'
import type { Figures, Found } from './rule.ts'

/** What a scanner finds in every text of a plan, or in those that `where` lets through. */
export const inTexts = <F extends Figures>(
  { texts }: PlanView,
  scan: (text: string) => readonly F[],
  where: (text: PlanText) => boolean = () => true,
): Found<F>[] => texts.filter(where).flatMap((text) => scan(text.text).map((figures) => atText(text, figures)))
