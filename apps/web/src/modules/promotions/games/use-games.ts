import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CreateGame, GameClosed, GameInfo, GameRehearsal, GameRound, GameSettings } from '@zhanggui/contract'
import { apiGet, apiPost, storePath } from '../../../api/client.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const keys = {
  all: (store: string) => queryKeys.storeList(store, 'games'),
  rounds: (store: string, game: string) => queryKeys.storeList(store, 'games', game, 'rounds'),
}

export const useGames = (store: string) =>
  useQuery({
    queryKey: keys.all(store),
    queryFn: ({ signal }) => apiGet<GameInfo[]>(storePath(store, 'games'), signal),
  })

export const useRounds = (store: string, game: string) =>
  useQuery({
    queryKey: keys.rounds(store, game),
    queryFn: ({ signal }) => apiGet<GameRound[]>(storePath(store, 'games', game, 'rounds'), signal),
  })

export function useCreateGame(store: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: CreateGame) => apiPost<GameInfo>(storePath(store, 'games'), input),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all(store) }),
  })
}

/** What the settings would come to; nothing is stored. */
export const useRehearsal = (store: string) =>
  useMutation({
    mutationFn: (settings: GameSettings) => apiPost<GameRehearsal>(storePath(store, 'games', 'rehearse'), { settings }),
  })

export function useCloseGame(store: string, game: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => apiPost<GameClosed>(storePath(store, 'games', game, 'close'), undefined),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all(store) }),
  })
}
