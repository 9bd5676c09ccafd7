export { encodeGbk } from './encode-gbk.ts'
export { foldWidth } from './fold-width.ts'
export { ISSUE_KINDS, type IssueKind } from './issues/issue-kinds.ts'
export {
  type Issue,
  issueKindOf,
  mergeIssues,
  type Utterance,
  VOICE_SOURCES,
  type VoiceSource,
} from './issues/merge-issues.ts'
export { isSameText } from './match-variants.ts'
export { normaliseHeader } from './normalise-header.ts'
export { detectMojibake, type MojibakeKind, repairMojibake } from './repair-mojibake.ts'
export { segment } from './segment.ts'
export { spellingsOf } from './spellings.ts'
export { toSimplified } from './to-simplified.ts'
