import { randomUUID } from 'node:crypto'
import { type Collected, CreateProgramme } from '@zhanggui/contract'
import type { Command } from 'commander'
import { z } from 'zod'
import { type ActOptions, addAsOption } from '../../../act-as.ts'
import { readJsonFile } from '../../../read-json-file.ts'
import type { Shell } from '../../../shell.ts'
import { moneyText } from '../figures.ts'
import { withPromotions } from '../with-promotions.ts'
import type { AddProgrammeCommand } from './index.ts'
import { programmeText } from './look.ts'

const WRITING = 'plan:write' as const

export const addCreate: AddProgrammeCommand = (programmes, run) => {
  addAsOption(programmes.command('create <store> <file>'))
    .description(
      '由 JSON 文件建一个项目，公布种子摘要 / a programme from a JSON file; publishes the digest of its seed',
    )
    .action((store: string, file: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const input = await readJsonFile(file, CreateProgramme)
        const given = { store, options, permission: WRITING }
        const made = await withPromotions(shell, given, async (context, api, { caller, store: shop }) =>
          api.readProgramme(context, shop, await api.createProgramme(context, caller, input)),
        )
        shell.answer(made, () => programmeText(shell, made))
      }),
    )
}

type PlayOptions = ActOptions & { case?: string; buyer?: string; values?: string; id?: string }

export const addPlay: AddProgrammeCommand = (programmes, run) => {
  addAsOption(programmes.command('play <store> <programme> <command>'))
    .description('登记一步（见 kinds）；同一个 --id 只算一次 / one step; the same --id counts once')
    .option('--case <id>', '哪一笔 / the case it is about')
    .option('--buyer <id>', '哪位买家 / the buyer')
    .option('--values <file>', 'JSON 文件：这一步要填的值 / its values')
    .option('--id <id>', '这一步的编号 / id of the step')
    .action((store: string, programme: string, name: string, given: PlayOptions, command: Command) =>
      run(command, async (shell) => {
        const { case: caseId, buyer: buyerId, values: file, id = randomUUID(), ...options } = given
        const values = file === undefined ? {} : await readJsonFile(file, z.record(z.string(), z.unknown()))
        const play = {
          commandId: id,
          command: name,
          values,
          ...(caseId === undefined ? {} : { caseId }),
          ...(buyerId === undefined ? {} : { buyerId }),
        }
        const played = await withPromotions(
          shell,
          { store, options, permission: WRITING },
          (context, api, { caller, store: shop }) => api.playProgramme(context, caller, shop, { programme, play }),
        )
        shell.answer(played, () =>
          [
            played.case ? `${played.case.id} · ${played.case.status}` : '',
            ...played.effects.map(({ key, kind }) => `${kind} ${key}`),
          ]
            .filter(Boolean)
            .join('\n'),
        )
      }),
    )
}

export const addDone: AddProgrammeCommand = (programmes, run) => {
  addAsOption(programmes.command('done <store> <programme> <keys...>'))
    .description('待办已办 / tick off what was carried out')
    .action((store: string, programme: string, keys: string[], options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const done = await withPromotions(shell, { store, options, permission: WRITING }, (context, api, { caller }) =>
          api.finishEffects(context, caller, { programme, input: { keys } }),
        )
        shell.answer({ done }, () => shell.say({ zh: `已办 ${done} 条`, en: `${done} done` }))
      }),
    )
}

export const addCollect: AddProgrammeCommand = (programmes, run) => {
  addAsOption(programmes.command('collect <store> <programme>'))
    .description('从店铺自己的订单与购物车归集，可重复 / counts the shop’s own orders and carts into it')
    .action((store: string, programme: string, options: ActOptions, command: Command) =>
      run(command, async (shell) => {
        const collected = await withPromotions(
          shell,
          { store, options, permission: WRITING },
          (context, api, { caller, store: shop }) => api.collect(context, caller, shop, programme),
        )
        shell.answer(collected, () => shell.say(collectedText(shell, collected)))
      }),
    )
}

const collectedText = (shell: Shell, collected: Collected) =>
  collected.kind === 'items'
    ? {
        zh: `${collected.orders} 个订单，新计入售出 ${collected.soldUnits} 件、退回 ${collected.returnedUnits} 件`,
        en: `${collected.orders} orders; ${collected.soldUnits} units sold and ${collected.returnedUnits} returned were added`,
      }
    : {
        zh: `新登记 ${collected.enrolled} 人；${collected.people} 人中 ${collected.bought} 人购买，共付 ${moneyText(shell, collected.paidCents)}`,
        en: `${collected.enrolled} enrolled; ${collected.bought} of ${collected.people} bought, ${moneyText(shell, collected.paidCents)} paid`,
      }
