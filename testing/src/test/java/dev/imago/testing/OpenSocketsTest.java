package dev.imago.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class OpenSocketsTest {
  @Test
  @EnabledOnOs(OS.LINUX)
  void findsBothEndsOfAConnectionAndTheListener() throws IOException {
    OpenSockets before = OpenSockets.now();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      assertThat(accepted.isConnected()).isTrue();
      assertThat(client.isConnected()).isTrue();
      assertThat(OpenSockets.leftSince(before, System.nanoTime())).hasSize(3);
      assertThat(OpenSockets.leftSince(OpenSockets.now(), System.nanoTime())).isEmpty();
    }
    assertThat(OpenSockets.leftSince(before, System.nanoTime())).isEmpty();
  }
}
