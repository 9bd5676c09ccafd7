import type { Grant } from '../mechanics/mechanic.ts'
import type { Words } from './fact.ts'
import { FACTS_EN } from './facts-en.ts'
import { FACTS_ZH } from './facts-zh.ts'

type Say = (grant: Grant) => string

/** What a rule gives besides money, in both languages. */
export const grantWords = (grant: Grant): Words => ({
  zh: (FACTS_ZH.grant[grant.kind] as Say)(grant),
  en: (FACTS_EN.grant[grant.kind] as Say)(grant),
})
