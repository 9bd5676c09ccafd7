import { useStores } from '../api/use-stores.ts'
import { useStoreId } from './use-store-id.ts'

/** The time zone that the shop's days are counted in; undefined until it is known. */
export function useStoreTimeZone(): string | undefined {
  const store = useStoreId()
  return useStores().data?.find(({ id }) => id === store)?.timezone
}
