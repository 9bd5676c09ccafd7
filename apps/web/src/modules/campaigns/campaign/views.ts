export const CAMPAIGN_VIEWS = ['overview', 'goods', 'tasks', 'run', 'pages', 'gate', 'clashes', 'review'] as const
export type CampaignView = (typeof CAMPAIGN_VIEWS)[number]

export const viewOf = (named: string | null): CampaignView =>
  CAMPAIGN_VIEWS.find((view) => view === named) ?? 'overview'
