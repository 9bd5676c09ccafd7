export type GoalsFailureCode =
  | 'goals_conflict'
  | 'goals_faulty'
  | 'goal_not_spreadable'
  | 'unknown_goal'
  | 'goal_has_no_gap'
  | 'no_last_year'

/** Why something cannot be done with a plan's goals: in both languages, with the goals it is about. Nothing was changed. */
export class GoalsFailure extends Error {
  override readonly name = 'GoalsFailure'
  readonly code: GoalsFailureCode
  readonly messageEn: string
  readonly facts: Record<string, unknown>
  readonly status: number

  constructor(code: GoalsFailureCode, texts: { zh: string; en: string }, facts: Record<string, unknown> = {}) {
    super(texts.zh)
    this.code = code
    this.messageEn = texts.en
    this.facts = facts
    this.status = code === 'unknown_goal' ? 404 : code === 'goals_conflict' ? 409 : 422
  }
}
