/** Where the pages of imports live. `upload` travels along so that a dry run can lead back to its draft. */
export const importPaths = {
  list: (store: string) => `/stores/${store}/data/imports`,
  review: (store: string, upload: string) => `/stores/${store}/data/imports/new?upload=${encodeURIComponent(upload)}`,
  job: (store: string, id: number, upload?: string) =>
    `/stores/${store}/data/imports/${id}${upload === undefined ? '' : `?upload=${encodeURIComponent(upload)}`}`,
  quarantine: (store: string, id: number) => `/v1/stores/${encodeURIComponent(store)}/imports/${id}/quarantine`,
}
