import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'
import { claimsIn, LACKS_TEXT } from '../../unquantified.ts'

/** A note among colleagues may be short; still nobody can check it later (P2.23). */
export const noteClaimUnquantified = defineRule({
  id: 'note-claim-unquantified',
  level: 'warning',
  rows: ['P14.18', 'P2.23', 'X14'],
  find: (view) => inTexts(view, claimsIn, ({ kind }) => kind !== 'chapter'),
  ...LACKS_TEXT,
})
