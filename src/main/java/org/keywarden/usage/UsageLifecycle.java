package org.keywarden.usage;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Has the last counts written on orderly shutdown. The destruction of a bean would come too late:
 * the server has closed its connections by then.
 */
@WebListener
public class UsageLifecycle implements ServletContextListener {

    @Inject UsageRecorder recorder;

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        recorder.stop();
    }
}
