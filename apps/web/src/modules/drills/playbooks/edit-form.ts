import type { ChangePlaybook, PlaybookActionType, PlaybookBody, PlaybookInfo } from '@zhanggui/contract'

type Param = PlaybookActionType['params'][number]
type ParamValue = PlaybookBody['actions'][number]['params'][string]

/** What the form holds: money in yuan, shares in percent, lists as text. `params` by the place of the action. */
export type EditValues = Pick<PlaybookBody, 'nameZh' | 'nameEn' | 'owner' | 'approval'> & {
  cooldownMinutes: number
  runsPerDay: number
  changesPerRun: number
  params: Record<string, string | number | null>[]
}

const tidy = (value: number): number => Number(value.toFixed(6))

/** As a person types it. */
export function shown(param: Param, value: ParamValue | undefined): string | number | null {
  if (Array.isArray(value)) return value.map((v) => (param.kind === 'shares' ? tidy(Number(v) * 100) : v)).join(', ')
  if (typeof value === 'number') {
    if (param.kind === 'money') return value / 100
    return param.kind === 'share' ? tidy(value * 100) : value
  }
  return typeof value === 'string' ? value : null
}

const parts = (text: string): string[] =>
  text
    .split(/[,，、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** As the playbook holds it. What is no number stays as typed, so that the server names the field. */
export function stored(param: Param, typed: string | number | null): ParamValue {
  switch (param.kind) {
    case 'money':
      return Math.round(Number(typed) * 100)
    case 'share':
      return tidy(Number(typed) / 100)
    case 'number':
    case 'minutes':
      return Number(typed)
    case 'shares':
      return parts(String(typed ?? '')).map((part) => tidy(Number(part.replace('%', '')) / 100))
    case 'names':
      return parts(String(typed ?? ''))
    case 'text':
    case 'choice':
      return String(typed ?? '')
  }
}

const paramsOf = (types: readonly PlaybookActionType[], type: string): readonly Param[] =>
  types.find(({ id }) => id === type)?.params ?? []

export const valuesOf = ({ body }: PlaybookInfo, types: readonly PlaybookActionType[]): EditValues => ({
  nameZh: body.nameZh,
  nameEn: body.nameEn,
  owner: body.owner,
  approval: body.approval,
  cooldownMinutes: body.limits.cooldownMinutes,
  runsPerDay: body.limits.runsPerDay,
  changesPerRun: body.limits.changesPerRun,
  params: body.actions.map(({ type, params }) =>
    Object.fromEntries(paramsOf(types, type).map((param) => [param.key, shown(param, params[param.key])])),
  ),
})

/** The next version: what the form does not hold stays as it was. */
export function changeOf(
  { body, version, enabled }: PlaybookInfo,
  types: readonly PlaybookActionType[],
  values: EditValues,
): ChangePlaybook {
  const { cooldownMinutes, runsPerDay, changesPerRun, params, ...named } = values
  return {
    ...body,
    ...named,
    limits: { ...body.limits, cooldownMinutes, runsPerDay, changesPerRun },
    actions: body.actions.map(({ type }, i) => ({
      type,
      params: Object.fromEntries(
        paramsOf(types, type).map((param) => [param.key, stored(param, params[i]?.[param.key] ?? null)]),
      ),
    })),
    version,
    enabled,
  }
}
