/** Why a query cannot be answered; `message` says what to do instead. */
export type QueryError = {
  code:
    | 'unknown_metric'
    | 'unknown_dimension'
    | 'two_time_grains'
    | 'metric_without_dimension'
    | 'grain_too_fine'
    | 'empty_range'
    | 'too_many_periods'
    | 'too_many_rows'
    | 'no_campaign_to_align'
    | 'unknown_order'
  message: string
  messageEn: string
  facts: Record<string, string | number | readonly string[]>
}

export const queryError = (
  code: QueryError['code'],
  facts: QueryError['facts'],
  [message, messageEn]: readonly [string, string],
): QueryError => ({ code, message, messageEn, facts })
