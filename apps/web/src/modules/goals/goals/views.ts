/** What the goals page can show; `?view=` in its URL. */
export const GOAL_VIEWS = ['targets', 'attainment', 'drivers', 'balance', 'stages'] as const
export type GoalPageView = (typeof GOAL_VIEWS)[number]

export const goalViewOf = (named: string | null): GoalPageView => GOAL_VIEWS.find((view) => view === named) ?? 'targets'
