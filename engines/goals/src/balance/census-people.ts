/**
 * Usual residents of each province at the census of 1 November 2020, by the short name that facts are stored under: how many
 * people could buy where, until the shop registers a better measure of its market.
 * Source: National Bureau of Statistics, Communiqué of the Seventh National Population Census (No. 3), table 3-1; the 31
 * provinces add up to 1,409,778,724, the rest of the national figure are servicemen.
 */
export const CENSUS_PEOPLE: Readonly<Record<string, number>> = {
  北京: 21_893_095,
  天津: 13_866_009,
  河北: 74_610_235,
  山西: 34_915_616,
  内蒙古: 24_049_155,
  辽宁: 42_591_407,
  吉林: 24_073_453,
  黑龙江: 31_850_088,
  上海: 24_870_895,
  江苏: 84_748_016,
  浙江: 64_567_588,
  安徽: 61_027_171,
  福建: 41_540_086,
  江西: 45_188_635,
  山东: 101_527_453,
  河南: 99_365_519,
  湖北: 57_752_557,
  湖南: 66_444_864,
  广东: 126_012_510,
  广西: 50_126_804,
  海南: 10_081_232,
  重庆: 32_054_159,
  四川: 83_674_866,
  贵州: 38_562_148,
  云南: 47_209_277,
  西藏: 3_648_100,
  陕西: 39_528_999,
  甘肃: 25_019_831,
  青海: 5_923_957,
  宁夏: 7_202_654,
  新疆: 25_852_345,
}
