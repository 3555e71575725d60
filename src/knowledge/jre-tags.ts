import type { TagTable } from './tags.js'

/**
 * Tags of official images with a JDK that have the same with a JRE alone: per image, what follows the version, and the
 * versions. Source: docker-library/official-images, history to 2026-08. Listed is a JDK tag whose JRE tag stayed on the list
 * at least as long and was made in the same folder but for `jdk` and `jre`: both stand on the same release. Left out are
 * early access builds and OpenJ9 by number. The tags of openjdk, and of Temurin's whole versions, exist without `jdk` as well.
 */
export const jreTags: TagTable = {
  adoptopenjdk: {
    'jdk{,-hotspot,-hotspot-bionic,-hotspot-focal,-openj9,-openj9-bionic,-openj9-focal}': '8 11 14 15',
    'jdk{,-hotspot,-hotspot-focal,-openj9,-openj9-focal}': '16',
    'jdk-hotspot': '8u212-b03',
    'jdk{-hotspot,-hotspot-bionic}': `
      8u212-b04 8u{222,262}-b10 8u232-b09 8u242-b08 8u252-b09 8u265-b01 11.0.3_7 11.0.4_11 11.0.{5..8}_10
      12.0.1_12 12.0.2_10 13.0.1_9 13.0.2_8 14.0.1_7 14.0.2_8 14_36 15_36`,
    'jdk{-hotspot,-hotspot-bionic,-hotspot-focal}': '14.0.2_12',
    'jdk{-hotspot,-hotspot-bionic,-openj9,-openj9-bionic}': '12 13',
    'jdk{-hotspot,-hotspot-focal}': `
      8u{272,292}-b10 8u275-b01 8u282-b08 11.0.9.1_1 11.0.9_11 11.0.{10,11}_9 15.0.1_9 15.0.2_7 16.0.1_9
      16_36`,
  },
  amazoncorretto: {
    'plain al2-native-jdk al2023 al2023-jdk alpine alpine-jdk jdk alpine3.{12..24} alpine3.{12..24}-jdk': '8',
    'al2-native-jdk alpine alpine3.{15..18}': '8u{382,392}',
    'al2-native-jdk alpine alpine3.{16..19}': '8u{402,412}',
    'al2-native-jdk alpine alpine3.{17..20}': '8u{422,432}',
    'al2-native-jdk alpine alpine3.{18..21}': '8u{442,452}',
    'al2-native-jdk alpine alpine3.{19..22}': '8u{462,472}',
    'al2-native-jdk alpine alpine3.{20..23}': '8u482',
    'al2-native-jdk alpine alpine3.{20..24}': '8u492',
    'al2-native-jdk al2023 alpine alpine3.{21..24}': '8u{502,504}',
    alpine: '8u{262,272,275,282,292}',
    'alpine alpine3.{12..14}': '8u302',
    'alpine alpine3.{12..15}': '8u{312,322,332}',
    'alpine alpine3.{13..16}': '8u{342,352}',
    'alpine alpine3.{14..17}': '8u{362,372}',
  },
  'eclipse-temurin': {
    'jdk{,-alpine,-centos7,-focal}': '8u322-b06 11.0.13_8 11.0.14.1_1 11.0.14_9 17.0.1_12 17.0.2_8',
    'jdk{,-alpine,-centos7,-focal,-jammy}': `
      8u332-b09 8u342-b07 8u345-b01 11.0.15_10 11.0.16.1_1 11.0.16_8 17.0.3_7 17.0.4.1_1 17.0.4_8 18
      18.0.1_10 18.0.2.1_1 18.0.2_9 19_36`,
    'jdk{,-alpine,-centos7,-focal,-jammy,-noble,-resolute,-ubi9-minimal,-ubi10-minimal} jdk-alpine-3.{20..24}': `
      8 11 17`,
    'jdk{,-alpine,-centos7,-focal,-jammy,-ubi9-minimal}': `
      8u352-b08 8u362-b09 8u372-b07 8u382-b05 8u392-b08 8u402-b06 8u412-b08 11.0.{17,20}_8 11.0.18_10
      11.0.{19,22}_7 11.0.20.1_1 11.0.{21,23}_9 17.0.5_8 17.0.6_10 17.0.{7,8,10}_7 17.0.8.1_1 17.0.{9,11}_9
      19 19.0.1_10 19.0.2_7`,
    'jdk{,-alpine,-focal,-jammy,-noble,-ubi9-minimal}': '8u422-b05 11.0.24_8 17.0.12_7',
    'jdk{,-alpine,-focal,-jammy,-noble,-ubi9-minimal} jdk-alpine-3.{20,21}': `
      8u432-b06 8u442-b06 8u452-b09 11.0.25_9 11.0.26_4 11.0.27_6 17.0.13_11 17.0.14_7 17.0.15_6`,
    'jdk{,-alpine,-jammy,-noble,-resolute,-ubi9-minimal,-ubi10-minimal} jdk-alpine-3.{20..24}': '21',
    'jdk{,-alpine,-jammy,-noble,-resolute,-ubi9-minimal,-ubi10-minimal} jdk-alpine-3.{21..23}': `
      8u492-b09 11.0.31_11 17.0.19_10 21.0.11_10`,
    'jdk{,-alpine,-jammy,-noble,-resolute,-ubi9-minimal,-ubi10-minimal} jdk-alpine-3.{21..24}': `
      8u502-b07 11.0.32_9 17.0.20_8 21.0.12_8`,
    'jdk{,-alpine,-jammy,-noble,-resolute,-ubi10-minimal} jdk-alpine-3.{21..24}': '25 25.0.4_7',
    'jdk{,-alpine,-jammy,-noble,-resolute,-ubi10-minimal} jdk-alpine-3.{23,24}': '26 26.0.2_10',
    'jdk{,-alpine,-jammy,-noble,-resolute,-ubi10-minimal} jdk-alpine-3.{21..23}': '25.0.3_9',
    'jdk{,-alpine,-jammy,-noble,-resolute,-ubi10-minimal} jdk-alpine-3.23': '26.0.1_8',
    'jdk{,-alpine,-jammy,-noble,-ubi9-minimal}': '21.0.4_7 22 22.0.2_9',
    'jdk{,-alpine,-jammy,-noble,-ubi9-minimal} jdk-alpine-3.{20,21}': '21.0.5_11 21.0.6_7 21.0.7_6',
    'jdk{,-alpine,-jammy,-noble,-ubi9-minimal,-ubi10-minimal} jdk-alpine-3.{20..22}': `
      8u462-b08 11.0.28_6 17.0.16_8 21.0.8_9`,
    'jdk{,-alpine,-jammy,-noble,-ubi9-minimal,-ubi10-minimal} jdk-alpine-3.{20..23}': `
      8u472-b08 8u482-b08 11.0.{29,30}_7 17.0.17_10 17.0.18_8 21.0.9_10 21.0.10_7`,
    'jdk{,-alpine,-jammy,-noble,-ubi10-minimal} jdk-alpine-3.{21,22}': '25_36',
    'jdk{,-alpine,-jammy,-noble,-ubi10-minimal} jdk-alpine-3.{21..23}': '25.0.1_8 25.0.2_10',
    'jdk{,-alpine,-jammy,-noble,-ubi10-minimal} jdk-alpine-3.23': '26_35',
    'jdk{,-alpine,-jammy,-ubi9-minimal}': `
      20 20.0.{1,2}_9 20_36 21.0.1_12 21.0.2_13 21.0.3_9 21_35 22.0.1_8 22_36`,
    'jdk{,-alpine,-noble,-ubi9-minimal}': '23_37',
    'jdk{,-alpine,-noble,-ubi9-minimal} jdk-alpine-3.{20,21}': '23 23.0.1_11 23.0.2_7 24.0.1_9 24_36',
    'jdk{,-alpine,-noble,-ubi9-minimal,-ubi10-minimal} jdk-alpine-3.{20..22}': '24 24.0.2_12',
    'jdk{,-centos7,-focal}': '8u302-b08 8u312-b07 11.0.12_7',
  },
  'ibm-semeru-runtimes': {
    'jdk{,-centos7,-focal}': `
      open-8u302-b08 open-8u312-b07 open-8u322-b06 open-8u332-b09 open-11.0.12_7 open-11.0.{13,14,16}_8
      open-11.0.14.1_1 open-11.0.15_10 open-16 open-16.0.2_7 open-17.0.1_12 open-17.0.{2,4}_8 open-17.0.3_7
      open-18.0.1.1_2 open-18.0.1_10`,
    'jdk{,-centos7,-focal,-jammy}': `
      open-8u345-b01 open-8u352-b08 open-8u362-b09 open-8u372-b07 open-8u382-b05 open-8u392-b08
      open-8u402-b06 open-8u412-b08 open-11.0.16.1_1 open-11.0.{17,20}_8 open-11.0.18_10
      open-11.0.{19,22}_7 open-11.0.20.1_1 open-11.0.{21,23}_9 open-17.0.4.1_1 open-17.0.5_8 open-17.0.6_10
      open-17.0.{7,8,10}_7 open-17.0.8.1_1 open-17.0.{9,11}_9 open-{18..20,22} open-18.0.2_9 open-19.0.2_7
      open-20.0.{1,2}_9 open-21.0.1_12 open-21.0.2_13 open-21.0.3_9 open-22.0.1_8`,
    'jdk{,-centos7,-focal,-jammy,-noble,-resolute}': 'open-{8,11,17,21}',
    'jdk{,-focal,-jammy}': `
      open-8u422-b05 open-8u432-b06 open-11.0.24.1_8 open-11.0.24_8 open-11.0.25_9 open-17.0.12.1_7
      open-17.0.12_7 open-17.0.13_11 open-21.0.4.1_7 open-21.0.4_7 open-21.0.5_11 open-22.0.2.1_9
      open-22.0.2_9 open-23.0.1_11 open-23_37`,
    'jdk{,-focal,-jammy,-noble}': `
      open-8u442-b06 open-8u452-b09 open-11.0.26_4 open-11.0.27_6 open-17.0.14_7 open-17.0.15_6
      open-21.0.6_7 open-21.0.7_6 open-23 open-23.0.2_7`,
    'jdk{,-jammy,-noble}': `
      open-8.0.492.0 open-8u462-b08 open-8u472-b08 open-8u482-b08 open-8u482-b08.1 open-11.0.28_6
      open-11.0.{29,30}_7 open-11.0.30_7.1 open-11.0.31.0 open-17.0.{16,18}_8 open-17.0.17_9
      open-17.0.18_8.1 open-17.0.19.0 open-21.0.8_9 open-21.0.9_10 open-21.0.10_7 open-21.0.10_7.1
      open-21.0.11.0 open-24 open-26.0.1.0 open-26_35`,
    'jdk{,-jammy,-noble,-resolute}': `
      open-8.0.502.0 open-11.0.32.0 open-17.0.20.0 open-21.0.12.0 open-{25,26} open-26.0.2.0`,
  },
  openjdk: {
    jdk: `
      {6..11} 6b38 7u{111,121,131,151,171,181,211,221}
      8u{102,111,121,131,141,151,162,171,181,212,222,232,242,252,262,265,272,275,282,292,302,312,322,332,342}
      8u212-b04 9-b{130,133..136,139,140,142..144,147..149,151,153..155,158,159,161,168..170,177,179,181}
      9.0 9.0.{1,4} 9.0.1-11 9.0.4-12 10.0 10.0.{1,2} 10.0.1-10 10.0.2-13 11.0 11.0.{1,2,4..16}
      11.0.{9,14}.1 11.0.11-9`,
    'jdk-alpine': '7 7u{91,111,121,131,151,181,201,211} 8 8u{92,111,121,131,151,171,181,191,201,212} latest',
    'jdk-alpine3.7': '7 7u{151,181} 8 8u{151,171} latest',
    'jdk-alpine3.8': '7 7u181 8 8u{171,181,191} latest',
    'jdk-alpine3.9': '7 7u{181,201,211} 8 8u{191,201,212}',
    'jdk{-bullseye,-slim-bullseye}': '8 8u{302,312,322,332,342} 11 11.0 11.0.{12..16} 11.0.14.1',
    'jdk-buster': `
      8 8u{242,252,262,265,272,275,282,292,302,312,322,332,342} 11 11.0 11.0.{6..16} 11.0.{9,14}.1
      11.0.11-9`,
    'jdk{-experimental,-slim-experimental}': '10',
    'jdk{-jessie,-slim-jessie}': '7 7u{151,171,181,211,221}',
    'jdk{-sid,-slim-sid}': `
      {9..11} 9.0 9.0.{1,4} 9.0.1-11 9.0.4-12 10.0 10.0.{1,2} 10.0.1-10 10.0.2-13 11.0 11.0.1 latest`,
    'jdk-slim': `
      {6..11} 6b38 7u{131,151,171,181,211,221}
      8u{131,141,151,162,171,181,212,222,232,242,252,262,265,272,275,282,292,302,312,322,332,342} 8u212-b04
      9-b{177,179,181} 9.0 9.0.{1,4} 9.0.1-11 9.0.4-12 10.0 10.0.{1,2} 10.0.1-10 10.0.2-13 11.0
      11.0.{1,2,4..16} 11.0.{9,14}.1 11.0.11-9`,
    'jdk-slim-buster': `
      8 8u{212,222,232,242,252,262,265,272,275,282,292,302,312,322,332,342} 8u212-b04 11 11.0 11.0.{4..16}
      11.0.{9,14}.1 11.0.11-9`,
    'jdk-slim-stretch': '8 8u{151,162,171,181,212} 8u212-b04 11.0.{1,2} latest',
    'jdk{-slim-wheezy,-wheezy}': '6 6b38',
    'jdk-stretch': '8 8u{151,162,171,181,212,222,232,242} 8u212-b04 11 11.0 11.0.{1,2,4..6} latest',
  },
  tomcat: {
    'jdk8{,-temurin}': `
      {8..10} 8.5 8.5.{70..73,75..79,81..100} 9.0
      9.0.{52..56,58..60,62..65,67..76,78..91,93..100,102,104..113,115..121} 10.0
      10.0.{10..14,16..18,20..23,26,27} latest`,
    'jdk8{-openjdk,-openjdk-bullseye,-openjdk-buster,-openjdk-slim,-openjdk-slim-bullseye,-openjdk-slim-buster}': `
      {8..10} 8.5 8.5.{70..73,75..79,81,82} 9.0 9.0.{52..56,58..60,62..65} 10.0 10.0.{10..14,16..18,20..23}
      latest`,
    'jdk8-temurin-focal': `
      {8..10} 8.5 8.5.{70..73,75..79,81..100} 9.0 9.0.{52..56,58..60,62..65,67..76,78..91} 10.0
      10.0.{10..14,16..18,20..23,26,27} latest`,
    'jdk8-temurin-jammy': `
      {8..10} 8.5 8.5.{81..100} 9.0 9.0.{64,65,67..76,78..91,93..100,102,104..113,115..121} 10.0
      10.0.{22,23,26,27} latest`,
    'jdk8-temurin-noble': '9 9.0 9.0.{91,93..100,102,104..113,115..121}',
    'jdk11{,-temurin}': `
      {8..10} 8.5 8.5.{70..73,75..79,81..100} 9.0
      9.0.{52..56,58..60,62..65,67..76,78..91,93..100,102,104..113,115..121} 10.{0,1}
      10.0.{10..14,16..18,20..23,26,27} 10.1.{0..2,4..20,23..26,28..31,33..36,39..50,52..57,59}
      10.1.0-M{4..8,10..12,14..17} 11.0 11.0.0 11.0.0-M1 latest`,
    'jdk11{-openjdk,-openjdk-bullseye,-openjdk-buster,-openjdk-slim,-openjdk-slim-bullseye,-openjdk-slim-buster}': `
      {8..10} 8.5 8.5.{70..73,75..79,81,82} 9.0 9.0.{52..56,58..60,62..65} 10.{0,1}
      10.0.{10..14,16..18,20..23} 10.1.0 10.1.0-M{4..8,10..12,14..16} latest`,
    'jdk11-temurin-focal': `
      {8..10} 8.5 8.5.{70..73,75..79,81..100} 9.0 9.0.{52..56,58..60,62..65,67..76,78..91} 10.{0,1}
      10.0.{10..14,16..18,20..23,26,27} 10.1.0 10.1.0-M{4..8,10..12,14..16} latest`,
    'jdk11-temurin-jammy': `
      {8..10} 8.5 8.5.{81..100} 9.0 9.0.{64,65,67..76,78..91,93..100,102,104..113,115..121} 10.{0,1}
      10.0.{22,23,26,27} 10.1.{0..2,4..20,23..26,28..31,33..36,39..50,52..57,59} 10.1.0-M{16,17} 11.0
      11.0.0 11.0.0-M1 latest`,
    'jdk11-temurin-noble': `
      9 9.0 9.0.{91,93..100,102,104..113,115..121} 10 10.1 10.1.{26,28..31,33..36,39..50,52..57,59} latest`,
    'jdk17{,-temurin-jammy}': `
      {8..11} 8.5 8.5.{81..100} 9.0 9.0.{64,65,67..76,78..91,93..100,102,104..113,115..121} 10.{0,1}
      10.0.{22,23,26,27} 10.1.{0..2,4..20,23..26,28..31,33..36,39..50,52..57,59} 10.1.0-M{16,17} 11.0
      11.0.{0,2..15,18,20..25} 11.0.0-M{1,3..6} latest`,
    'jdk17-temurin': `
      {8..11} 8.5 8.5.{73,75..79,81..100} 9.0
      9.0.{56,58..60,62..65,67..76,78..91,93..100,102,104..113,115..121} 10.{0,1}
      10.0.{14,16..18,20..23,26,27} 10.1.{0..2,4..20,23..26,28..31,33..36,39..50,52..57,59}
      10.1.0-M{8,10..12,14..17} 11.0 11.0.{0,2..15,18,20..25} 11.0.0-M{1,3..6} latest`,
    'jdk17-temurin-focal': `
      {8..10} 8.5 8.5.{73,75..79,81..100} 9.0 9.0.{56,58..60,62..65,67..76,78..91} 10.{0,1}
      10.0.{14,16..18,20..23,26,27} 10.1.0 10.1.0-M{8,10..12,14..16} latest`,
    'jdk17-temurin-noble': `
      {9..11} 9.0 9.0.{91,93..100,102,104..113,115..121} 10.1 10.1.{26,28..31,33..36,39..50,52..57,59} 11.0
      11.0.{2..15,18,20..25} latest`,
    'jdk21{,-temurin,-temurin-jammy}': `
      {8..11} 8.5 8.5.{94..100} 9.0 9.0.{81..91,93..100,102,104..113,115..121} 10.1
      10.1.{14..20,23..26,28..31,33..36,39..50,52..57,59} 11.0 11.0.{0..15,18,20..25}
      11.0.0-M{12..22,24..26} latest`,
    'jdk21-temurin-noble': `
      {9..11} 9.0 9.0.{91,93..100,102,104..113,115..121} 10.1 10.1.{26,28..31,33..36,39..50,52..57,59} 11.0
      11.0.{0..15,18,20..25} 11.0.0-M{22,24..26} latest`,
    'jdk25{,-temurin,-temurin-jammy,-temurin-noble}': `
      {9..11} 9.0 9.0.{109..113,115..121} 10.1 10.1.{46..50,52..57,59} 11.0 11.0.{11..15,18,20..25} latest`,
  },
}
