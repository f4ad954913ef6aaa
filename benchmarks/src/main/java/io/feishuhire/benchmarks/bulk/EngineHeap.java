package io.feishuhire.benchmarks.bulk;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The heap that another JVM needs. */
final class EngineHeap {

    private EngineHeap() {}

    /** The bytes in use after a garbage collection. */
    static long of(long pid) {
        try {
            var machine = VirtualMachine.attach(Long.toString(pid));
            try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
                var memory = ManagementFactory.newPlatformMXBeanProxy(
                        connector.getMBeanServerConnection(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
                memory.gc();
                return memory.getHeapMemoryUsage().getUsed();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
