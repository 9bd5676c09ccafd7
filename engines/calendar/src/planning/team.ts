/** Whose side does a piece of work, and which team: the same words as a plan's tasks use. */
export type Side = 'agency' | 'merchant' | 'brand' | 'platform' | 'platformOperator'
export type Team =
  | 'operations'
  | 'design'
  | 'content'
  | 'technology'
  | 'service'
  | 'product'
  | 'logistics'
  | 'finance'
  | 'media'
  | 'members'
