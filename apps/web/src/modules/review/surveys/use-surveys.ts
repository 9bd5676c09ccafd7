import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  AnswersImported,
  ImportAnswers,
  PlanSurveyChange,
  Survey,
  SurveyAnswerList,
  SurveyChange,
  SurveyList,
} from '@zhanggui/contract'
import { apiDelete, apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** Which survey of which shop. */
export type SurveyAt = { store: string; survey: string }

const pathOf = ({ store, survey }: SurveyAt): string => storePath(store, 'review', 'surveys', survey)

export const useSurveys = (store: string) =>
  useQuery({
    queryKey: queryKeys.storeList(store, 'surveys'),
    queryFn: ({ signal }) => apiGet<SurveyList>(storePath(store, 'review', 'surveys'), signal),
  })

export const useSurvey = (at: SurveyAt) =>
  useQuery({
    queryKey: queryKeys.storeList(at.store, 'surveys', at.survey),
    queryFn: ({ signal }) => apiGet<Survey>(pathOf(at), signal),
  })

/** The answers that a planned change rests on. */
export const useCited = (at: SurveyAt, change: number) =>
  useQuery({
    queryKey: queryKeys.storeList(at.store, 'surveys', at.survey, 'cited', change),
    queryFn: ({ signal }) => apiGet<SurveyAnswerList>(`${pathOf(at)}/answers?change=${change}`, signal),
  })

/** Every change of a survey makes its figures and the list stale. */
function useSurveyChange<Input, Output>(at: SurveyAt, send: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.storeList(at.store, 'surveys') }),
  })
}

export const usePlanChange = (at: SurveyAt) =>
  useSurveyChange(at, (body: PlanSurveyChange) => apiPost<SurveyChange>(`${pathOf(at)}/changes`, body))

export const useDropChange = (at: SurveyAt) =>
  useSurveyChange(at, (change: number) => apiDelete(`${pathOf(at)}/changes/${change}`))

export const useTakeAnswers = (at: SurveyAt) =>
  useSurveyChange(at, (body: ImportAnswers) => apiPost<AnswersImported>(`${pathOf(at)}/answers`, body))

/** Says how a table would be read; nothing is stored. */
export const useLookAtAnswers = (at: SurveyAt) =>
  useMutation({
    mutationFn: (body: ImportAnswers) => apiPost<AnswersImported>(`${pathOf(at)}/answers`, { ...body, preview: true }),
  })
