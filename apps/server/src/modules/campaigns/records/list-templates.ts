import { actionsFor, BURST_RUN_SHEET, CAMPAIGN_TEMPLATES, pagesFor } from '@zhanggui/campaigns'
import type { CampaignTemplateInfo } from '@zhanggui/contract'

/** The templates that a campaign can begin from, with how much each of them brings. */
export const campaignTemplates = (): CampaignTemplateInfo[] =>
  CAMPAIGN_TEMPLATES.map(({ id, nameZh, nameEn, aboutZh, aboutEn, occasion, size }) => ({
    id,
    nameZh,
    nameEn,
    aboutZh,
    aboutEn,
    occasion,
    size,
    tasks: actionsFor(size).length,
    runItems: BURST_RUN_SHEET.filter(({ sizes }) => (sizes ?? [size]).includes(size)).length,
    pages: pagesFor(size).length,
  }))
