/** What a year's goals are balanced by; `?topic=` in the page's URL. */
export const TOPICS = ['mix', 'regions', 'aov', 'acquisition', 'repurchase', 'base', 'improvement'] as const
export type Topic = (typeof TOPICS)[number]

export const topicOf = (named: string | null): Topic => TOPICS.find((topic) => topic === named) ?? 'mix'
