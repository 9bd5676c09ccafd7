import { useParams } from 'react-router'

/** The shop that the page is about. Only pages below `/stores/:store` may ask. */
export function useStoreId(): string {
  const { store } = useParams()
  if (store === undefined) throw new Error('useStoreId is for pages below /stores/:store')
  return store
}
