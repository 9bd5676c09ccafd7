import { CreateGame, type GameInfo, RehearseGame } from '@zhanggui/contract'
import type { Command } from 'commander'
import { type ActOptions, addAsOption } from '../../act-as.ts'
import { renderTable } from '../../output/render-table.ts'
import { readJsonFile } from '../../read-json-file.ts'
import type { RunCommand } from '../../run-command.ts'
import { moneyText } from './figures.ts'
import { withPromotions } from './with-promotions.ts'

type Add = (games: Command, run: RunCommand) => void

const COLUMNS = [
  { header: '编号 id', align: 'left' },
  { header: '名称 name', align: 'left' },
  { header: '类型 kind', align: 'left' },
  { header: '状态 state', align: 'left' },
  { header: '场次 rounds', align: 'right' },
  { header: '人数 players', align: 'right' },
  { header: '奖励 rewards', align: 'right' },
] as const

const WINNERS = [
  { header: '奖品 prize', align: 'left' },
  { header: '抽奖号 ticket', align: 'left' },
  { header: '得分 score', align: 'left' },
] as const

const addCreate: Add = (games, run) => {
  addAsOption(games.command('create <store> <file>'))
    .description('由 JSON 文件建一个玩法，公布种子摘要 / a game from a JSON file; publishes the digest of its seed')
    .action((store: string, file: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const input = await readJsonFile(file, CreateGame)
        const given = { store, options, permission: 'plan:write' as const }
        const made = await withPromotions(shell, given, async (context, api, { caller }) => {
          const game = await api.createGame(context, caller, input)
          return api.readGame(context, { store: caller.store, game })
        })
        shell.answer(made, () =>
          shell.say({
            zh: `“${made.name}”种子摘要 ${made.commitment}`,
            en: `"${made.name}" seed digest ${made.commitment}`,
          }),
        )
      }),
    )
}

const addList: Add = (games, run) => {
  games
    .command('list <store>')
    .description('玩法与进度 / games with how far they are')
    .action((store: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options: {}, permission: 'plan:read' as const }
        const listed = await withPromotions(shell, given, (context, api, as) => api.listGames(context, as.store.id))
        const row = ({ id, name, settings, state, rounds, players, rewardCents }: GameInfo): string[] => [
          id,
          name,
          settings.game,
          state,
          String(rounds),
          String(players),
          moneyText(shell, rewardCents),
        ]
        shell.answer({ games: listed }, () => renderTable(COLUMNS, listed.map(row)))
      }),
    )
}

const WORLDS = [
  { header: '分享 shares', align: 'left' },
  { header: '领到 reached', align: 'right' },
  { header: '固定大小 fixed', align: 'right' },
  { header: '花费 spent', align: 'right' },
  { header: '预算 budget', align: 'right' },
] as const

const addRehearse: Add = (games, run) => {
  games
    .command('rehearse <store> <file>')
    .description('分享红包按节奏发会怎样，不落库 / what paced packets come to; nothing is stored')
    .action((store: string, file: string, _options: unknown, command: Command) =>
      run(command, async (shell) => {
        const input = await readJsonFile(file, RehearseGame)
        const given = { store, options: {}, permission: 'plan:read' as const }
        const worlds = await withPromotions(shell, given, (context, api, as) =>
          api.rehearseGame(context, as.store.id, input),
        )
        const rows = worlds.map(({ world, paced, fixed }) => [
          world,
          String(paced.shares),
          String(fixed.shares),
          moneyText(shell, paced.spentCents),
          moneyText(shell, paced.budgetCents),
        ])
        shell.answer({ worlds }, () => renderTable(WORLDS, rows))
      }),
    )
}

const addClose: Add = (games, run) => {
  addAsOption(games.command('close <store> <game>'))
    .description('结束、开奖并公布种子 / close, draw, publish the seed')
    .action((store: string, game: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const given = { store, options, permission: 'plan:write' as const }
        const closed = await withPromotions(shell, given, (context, api, { caller }) =>
          api.closeGame(context, caller, game),
        )
        const winners = closed.winners.map(({ prizeId, ticketId, score }) => [prizeId, ticketId, score])
        shell.answer(closed, () => [`seed ${closed.game.seed}`, renderTable(WINNERS, winners)].join('\n'))
      }),
    )
}

export function addGameCommands(program: Command, run: RunCommand): void {
  const games = program.command('games').description('玩法：新建、进度、开奖 / games with buyers')
  for (const add of [addCreate, addRehearse, addList, addClose]) add(games, run)
}
