package dev.imago.emulator.google.project;

import dev.imago.emulator.google.AccessTokens;
import dev.imago.emulator.google.RequestIds;
import dev.imago.emulator.list.Pager;
import dev.imago.emulator.state.IdGenerator;
import dev.imago.emulator.state.Outcomes;
import dev.imago.emulator.state.Timeline;
import java.time.Clock;
import java.util.Set;

/**
 * What all APIs of one emulated Google cloud share.
 *
 * @param projects what there is
 * @param unreachable the paths of the zones, regions and locations that do not answer
 * @param pager how lists are cut
 * @param tokens who may call
 * @param clock the cloud's time
 * @param ids the numbers of what is made
 * @param timeline what is going to change
 * @param outcomes how operations go on
 * @param requestIds the requests that are not done twice
 */
public record CloudState(
    ProjectDirectory projects,
    Set<String> unreachable,
    Pager pager,
    AccessTokens tokens,
    Clock clock,
    IdGenerator ids,
    Timeline timeline,
    Outcomes outcomes,
    RequestIds requestIds) {}
