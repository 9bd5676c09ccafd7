import { bargain } from '../bargain/bargain.ts'
import { drawGame } from '../draw/draw-game.ts'
import { groupBuy } from '../group-buy/group-buy.ts'
import { inviteLadder } from '../invite/invite-ladder.ts'
import { redPacketRain } from '../rain/red-packet-rain.ts'
import { sharePacket } from '../share/share-packet.ts'
import type { AnyGame } from './game.ts'

/** Every game that is played in rounds. A new one is one file and one line here. */
export const GAMES: readonly AnyGame[] = [groupBuy, bargain, inviteLadder, sharePacket, redPacketRain, drawGame]

export const findGame = (game: string): AnyGame | undefined => GAMES.find((g) => g.game === game)
