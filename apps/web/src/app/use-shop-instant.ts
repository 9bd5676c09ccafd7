import { useFormat } from '../format/use-format.ts'
import { useStoreTimeZone } from './use-store-time-zone.ts'

/** Writes instants on the clock of the shop that is open, wherever the reader sits. */
export function useShopInstant(): (iso: string) => string {
  const format = useFormat()
  const zone = useStoreTimeZone()
  return (iso) => format.instant(iso, zone)
}
