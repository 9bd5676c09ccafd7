import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'
import { claimsIn, LACKS_TEXT } from '../../unquantified.ts'

/** Chapters are printed and sent: a claim without a number is refused there (P14.18). */
export const chapterClaimUnquantified = defineRule({
  id: 'chapter-claim-unquantified',
  level: 'error',
  rows: ['P14.18', 'X14'],
  find: (view) => inTexts(view, claimsIn, ({ kind }) => kind === 'chapter'),
  ...LACKS_TEXT,
})
