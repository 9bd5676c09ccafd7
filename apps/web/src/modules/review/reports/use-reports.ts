import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AddReportNote,
  CampaignComparison,
  PutReportSchedule,
  ReportFormat,
  ReportLibrary,
  ReportSchedules,
  ReportView,
} from '@zhanggui/contract'
import { apiGet, apiPost, apiPut, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useLanguage } from '../../../locale/strings.ts'

/** Which report of which period, read in which language; `edition` is one that was kept. */
export type ReportPlace = { report: string; period: string; language: 'zh' | 'en'; edition: number | null }

const searchOf = ({ language, edition }: ReportPlace): string =>
  new URLSearchParams({ language, ...(edition === null ? {} : { edition: String(edition) }) }).toString()

export const reportFilePath = (store: string, at: ReportPlace, format: ReportFormat): string =>
  `${storePath(store, 'reports', at.report, at.period, `file.${format}`)}?${searchOf(at)}`

export function useReports() {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'reports'),
    queryFn: ({ signal }) => apiGet<ReportLibrary>(storePath(store, 'reports'), signal),
  })
}

export function useReport(at: ReportPlace) {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'reports', at.report, at.period, at.language, String(at.edition ?? '')),
    queryFn: ({ signal }) =>
      apiGet<ReportView>(`${storePath(store, 'reports', at.report, at.period)}?${searchOf(at)}`, signal),
  })
}

export function useReportSchedules() {
  const store = useStoreId()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'report-schedules'),
    queryFn: ({ signal }) => apiGet<ReportSchedules>(storePath(store, 'report-schedules'), signal),
  })
}

export function useCampaignComparison(first: string | null, second: string | null) {
  const store = useStoreId()
  const language = useLanguage()
  return useQuery({
    queryKey: queryKeys.storeList(store, 'campaign-comparison', first ?? '', second ?? '', language),
    enabled: first !== null && second !== null,
    queryFn: ({ signal }) => {
      const search = new URLSearchParams({ first: first ?? '', second: second ?? '', language })
      return apiGet<CampaignComparison>(`${storePath(store, 'campaign-comparison')}?${search}`, signal)
    },
  })
}

/** A change after which reports and their library are read again. */
function useReportChange<T>(change: (store: string, given: T) => Promise<unknown>) {
  const store = useStoreId()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (given: T) => change(store, given),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.storeList(store, 'reports') })
      await client.invalidateQueries({ queryKey: queryKeys.storeList(store, 'report-schedules') })
    },
  })
}

type Of = Pick<ReportPlace, 'report' | 'period'>

export const useAddNote = ({ report, period }: Of) =>
  useReportChange((store, note: AddReportNote) => apiPost(storePath(store, 'reports', report, period, 'notes'), note))

export const useFinishDecision = () =>
  useReportChange((store, note: number) => apiPost(storePath(store, 'reports', 'notes', String(note), 'done'), {}))

export const useKeepEdition = ({ report, period }: Of) =>
  useReportChange((store, language: 'zh' | 'en') =>
    apiPost(storePath(store, 'reports', report, period, 'editions'), { language }),
  )

export const usePutSchedule = () =>
  useReportChange((store, { report, ...schedule }: PutReportSchedule & { report: string }) =>
    apiPut(storePath(store, 'report-schedules', report), schedule),
  )
