import { anniversaryRule, type Occasion, occasionInYear } from '@zhanggui/calendar'
import {
  type CampaignTemplate,
  findTemplate,
  instantiateCampaign,
  schedulePhases,
  type TeamLeads,
} from '@zhanggui/campaigns'
import { CampaignBody, type CreateCampaign, type Store } from '@zhanggui/contract'
import { type BusinessDay, businessDayOf, parseDay } from '@zhanggui/kernel'
import type { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { parseInput } from '../../../http/parse-input.ts'
import { occasionRulesOf, readCountedOccasions, readHolidayOverrides } from '../calendar/read-shop-calendar.ts'
import type { StartedCampaign } from './create-campaign.ts'
import { instantOfShop } from './shop-moment.ts'

type Asked = z.output<typeof CreateCampaign>

const leadsOf = ({ team }: Pick<Asked, 'team'>): TeamLeads =>
  Object.fromEntries(team.map(({ team: name, lead }) => [name, lead]))

/** The occasion with the shop's own dates; the anniversary counts from the founding day. */
export async function occasionOf(
  context: Context,
  store: Store,
  asked: { occasion: string; year: number },
): Promise<Occasion | null> {
  const founded = store.foundedDay ? [anniversaryRule(parseDay(store.foundedDay))] : []
  const rules = [...occasionRulesOf(await readCountedOccasions(context, store.id)), ...founded]
  const rule = rules.find(({ id }) => id === asked.occasion)
  return rule ? occasionInYear(rule, asked.year) : null
}

const needsMainDay = (template: CampaignTemplate | undefined): ApiFailure =>
  new ApiFailure('campaign_needs_day', { template: template?.nameZh ?? '' })

/** A chosen main day wins; the occasion then gives no dates. */
async function datesOf(
  context: Context,
  store: Store,
  given: { template: CampaignTemplate; asked: Asked; today: BusinessDay },
) {
  const { template, asked, today } = given
  if (asked.mainDay !== undefined) return { mainDay: parseDay(asked.mainDay), occasion: null }
  const year = asked.year ?? Number(today.slice(0, 4))
  const occasion = template.occasion && (await occasionOf(context, store, { occasion: template.occasion, year }))
  if (!occasion) throw needsMainDay(template)
  return { mainDay: occasion.mainDay, occasion }
}

/** Without a template: phases of the usual lengths around the chosen day, and nothing else. */
function blank(asked: Asked): StartedCampaign {
  if (asked.mainDay === undefined) throw needsMainDay(undefined)
  const { name, mainDay, targetCents = null, budgetCents = null, team } = asked
  const windows = schedulePhases(parseDay(mainDay))
  return {
    body: parseInput(CampaignBody, { name, mainDay, windows, goal: { targetCents }, budgetCents, team }),
    entries: [],
  }
}

/**
 * A campaign as its template places it.
 * Errors: throws `not_found` for an unknown template, `campaign_needs_day` where neither a day nor an occasion gives one.
 */
export async function draftFromTemplate(context: Context, store: Store, asked: Asked): Promise<StartedCampaign> {
  if (asked.template === undefined) return blank(asked)
  const template = findTemplate(asked.template)
  if (!template) throw new ApiFailure('not_found', { what: `campaign-templates/${asked.template}` })
  const today = businessDayOf(context.clock.now(), store.timezone)
  const { mainDay, occasion } = await datesOf(context, store, { template, asked, today })
  const overrides = await readHolidayOverrides(context, store.id)
  const instantOf = instantOfShop(store.timezone)
  const draft = instantiateCampaign(template, {
    mainDay,
    occasion,
    leads: leadsOf(asked),
    language: 'zh',
    instantOf,
    overrides,
  })
  const { name, targetCents = null, budgetCents = null } = asked
  const body = parseInput(CampaignBody, {
    name,
    template: template.id,
    occasion: occasion?.id ?? null,
    size: template.size,
    mainDay: draft.mainDay,
    windows: draft.windows,
    goal: { targetCents },
    budgetCents,
    team: asked.team,
    theme: template.themeZh,
    mechanics: [...template.mechanics],
    channels: [...template.channels],
    plansB: template.plansB.map(({ triggerZh, actionZh }) => ({
      trigger: triggerZh,
      action: actionZh,
      owner: leadsOf(asked).operations ?? '活动运营',
    })),
  })
  return { body, entries: draft.entries }
}
