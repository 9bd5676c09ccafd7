/** Every cache key, so that a change to a resource can name exactly what it makes stale. */
export const queryKeys = {
  session: ['session'] as const,
  setupProgress: ['setup-progress'] as const,
  stores: ['stores'] as const,
  metrics: ['metrics'] as const,
  roles: ['roles'] as const,
  /** Everything of one shop; invalidated as a whole when new data is published. */
  store: (store: string) => ['store', store] as const,
  storeList: (store: string, what: string, ...rest: unknown[]) => ['store', store, what, ...rest] as const,
  query: (store: string, request: unknown) => ['store', store, 'query', request] as const,
  funnel: (store: string, request: unknown) => ['store', store, 'funnel', request] as const,
  dataRange: (store: string) => ['store', store, 'data-range'] as const,
}
